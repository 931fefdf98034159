<?php

declare(strict_types=1);

namespace Clinic\Osigu;

use Clinic\Log;
use Clinic\Settings;

/** Calls with a token: repeated where that helps and does no harm, and every failure told as an `OsiguFault`. */
final readonly class Client
{
    public function __construct(private Settings $settings, private Http $http, private Tokens $tokens)
    {
    }

    /** @param array<string, string> $query @return array<string, mixed> */
    public function get(string $path, array $query = []): array
    {
        return $this->call('GET', $path . ($query ? '?' . http_build_query($query, encoding_type: PHP_QUERY_RFC3986) : ''), null, true);
    }

    /**
     * @param array<string, mixed> $body
     * @param bool $isHarmless Whether it does no harm if it is worked on twice; a write counts as harmful unless said otherwise.
     * @return array<string, mixed>
     */
    public function post(string $path, array $body, bool $isHarmless = false): array
    {
        return $this->call('POST', $path, json_encode((object) $body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR), $isHarmless);
    }

    /**
     * A write that must not happen twice. If its fate is not known, `look` says what became of it (null: nothing), and only what was
     * not done is sent once more.
     *
     * @param callable(): array<string, mixed> $write
     * @param callable(): ?array<string, mixed> $look
     * @return array<string, mixed>
     */
    public function settle(callable $write, callable $look): array
    {
        try {
            return $write();
        } catch (OsiguFault $lost) {
            if ($lost->trouble !== Trouble::Uncertain) {
                throw $lost;
            }
        }
        // Where looking does not help, it stays uncertain; a conflict that it shows is an answer.
        $found = static function () use ($look, $lost): ?array {
            try {
                return $look();
            } catch (OsiguFault $fault) {
                throw $fault->trouble === Trouble::Conflict ? $fault : $lost;
            }
        };
        $done = $found();
        if ($done !== null) {
            return $done;
        }
        try {
            return $write();
        } catch (OsiguFault $fault) {
            // A conflict now may be the first write, which came in after we had looked.
            if ($fault->trouble !== Trouble::Uncertain && $fault->trouble !== Trouble::Conflict) {
                throw $fault;
            }

            return $found() ?? throw $fault;
        }
    }

    /** @return array<string, mixed> */
    private function call(string $method, string $path, ?string $body, bool $isHarmless): array
    {
        try {
            $reply = $this->withToken($method, $path, $body, $isHarmless);
            if (!$reply->isSuccess()) {
                throw OsiguFault::of($reply, $isHarmless);
            }
            $answer = json_decode($reply->body, true, flags: JSON_BIGINT_AS_STRING);

            return is_array($answer)
                ? $answer
                : throw new OsiguFault($isHarmless ? Trouble::Outage : Trouble::Uncertain, $reply->status, message: 'the answer is no JSON');
        } catch (OsiguFault $fault) {
            $details = ['method' => $method, 'trouble' => $fault->trouble->value, 'status' => $fault->status, 'code' => $fault->errorCode];
            Log::write('warning', 'call failed', $details);
            throw $fault;
        }
    }

    /** After a 401 once more, with another token; whatever comes then is final. */
    private function withToken(string $method, string $path, ?string $body, bool $isHarmless): Reply
    {
        for ($renewals = 0; ; $renewals++) {
            $token = '';
            $reply = Retries::of(function () use ($method, $path, $body, $isHarmless, &$token): Reply {
                // For each attempt anew: while one waits for its turn, its token may have been refused to another call.
                $token = $this->tokens->get();
                $headers = ["Authorization: Bearer $token", ...($body === null ? [] : ['Content-Type: application/json'])];

                return $this->http->send($method, $this->settings->apiUrl . $path, $headers, $body, $isHarmless);
            }, $isHarmless);
            if ($reply->status !== 401) {
                return $reply;
            }
            $this->tokens->discard($token);
            if ($renewals === 1) {
                return $reply;
            }
        }
    }
}

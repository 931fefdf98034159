<?php

declare(strict_types=1);

namespace Clinic\Osigu;

use Clinic\Incidents;
use Clinic\Locks;
use Clinic\Log;
use Clinic\Settings;
use Clinic\Time;

/**
 * One access token for all processes of this clinic. It lies in a file that only this user can read; whoever finds that it has to be
 * renewed does so while the others wait, and what comes of it, a token or a failure, is theirs as well.
 */
final readonly class Tokens
{
    private const LOCK = 'access token';
    /** Milliseconds. */
    private const MINUTE = 60_000;
    /** Osigu allows ten token requests a minute. So many that were answered 429 are enough to stay away for the rest of it. */
    private const TOO_MANY = 8;
    private const NOTHING = [
        'token' => null, 'renewAt' => 0, 'expiresAt' => 0,
        // No request before that moment, and the moments at which we were answered 429.
        'notBefore' => 0, 'turnedAway' => [],
        'failedAt' => 0, 'trouble' => null, 'status' => null,
    ];

    private string $file;

    public function __construct(private Settings $settings, private Locks $locks, private Incidents $incidents, private Http $http)
    {
        $this->file = "$settings->data/access-token.json";
    }

    public function get(): string
    {
        $asked = Time::now();
        $held = $this->read();
        if ($held['token'] !== null && $asked < $held['renewAt']) {
            return $held['token'];
        }
        if ($held['token'] !== null && $asked < $held['expiresAt']) {
            return $this->renewEarly() ?? $held['token'];
        }

        return $this->locks->holding(self::LOCK, function () use ($asked): string {
            $held = $this->read();
            if ($held['token'] !== null && Time::now() < $held['expiresAt']) {
                return $held['token'];
            }
            if ($held['failedAt'] >= $asked) {
                throw new OsiguFault(Trouble::from($held['trouble']), $held['status'], message: 'no token was to be had');
            }

            return $this->renew();
        });
    }

    /** Osigu answered 401 to this token. A newer one, which another process has fetched meanwhile, stays. */
    public function discard(#[\SensitiveParameter] string $refused): void
    {
        $this->locks->holding(self::LOCK, fn () => $this->read()['token'] === $refused && $this->change(['token' => null]));
    }

    /** If it fails, or somebody is at it, the token in hand serves on; the next try is half a minute away. */
    private function renewEarly(): ?string
    {
        return $this->locks->holdingIfFree(self::LOCK, function (): ?string {
            ['token' => $token, 'renewAt' => $renewAt] = $this->read();
            if ($token === null || Time::now() < $renewAt) {
                return $token;
            }
            $this->change(['renewAt' => Time::now() + self::MINUTE / 2]);
            try {
                return $this->renew();
            } catch (OsiguFault) {
                return null;
            }
        });
    }

    private function renew(): string
    {
        $asked = Time::now();
        $last = null;
        $reply = Retries::of(function () use (&$last): Reply {
            // Told to stay away, by a time or by its patience with us: then it is not asked.
            return $this->isClosed() ? $last ?? new Reply(429, wasSent: false) : $last = $this->ask();
        }, isHarmless: true);

        $body = json_decode($reply->body, true);
        if ($reply->isSuccess() && is_string($body['access_token'] ?? null)) {
            $lifetime = 1000 * ((int) ($body['expires_in'] ?? 0) ?: 3600);
            // After 50 minutes of the usual hour, as Osigu advises; a shorter life is shortened by its sixth part.
            $this->change(['token' => $body['access_token'], 'renewAt' => $asked + intdiv($lifetime * 5, 6), 'expiresAt' => $asked + $lifetime]);

            return $body['access_token'];
        }
        $fault = OsiguFault::of($reply, isHarmless: true);
        $this->change(['failedAt' => Time::now(), 'trouble' => $fault->trouble->value, 'status' => $fault->status]);
        Log::write('error', 'no token was to be had', ['trouble' => $fault->trouble->value, 'status' => $fault->status]);
        throw $fault;
    }

    private function ask(): Reply
    {
        $pair = rawurlencode($this->settings->secret('client_id')) . ':' . rawurlencode($this->settings->secret('client_secret'));
        $headers = ['Authorization: Basic ' . base64_encode($pair)];
        $reply = $this->http->send('POST', $this->settings->tokenUrl, $headers, 'grant_type=client_credentials', isHarmless: true);
        if (!$reply->isSuccess()) {
            $this->incidents->note(Incidents::TOKEN_FAILURE);
            $this->change(
                ($reply->pause() > 0 ? ['notBefore' => Time::now() + (int) ($reply->pause() * 1000)] : [])
                + ($reply->status === 429 ? ['turnedAway' => [...$this->turnedAwayLately(), Time::now()]] : []),
            );
        }

        return $reply;
    }

    private function isClosed(): bool
    {
        return Time::now() < $this->read()['notBefore'] || count($this->turnedAwayLately()) >= self::TOO_MANY;
    }

    /** @return list<int> */
    private function turnedAwayLately(): array
    {
        return array_values(array_filter($this->read()['turnedAway'], static fn (int $moment) => $moment > Time::now() - self::MINUTE));
    }

    /** @return array<string, mixed> */
    private function read(): array
    {
        return (is_file($this->file) ? json_decode(file_get_contents($this->file), true) : null) ?? self::NOTHING;
    }

    /** By whoever holds the lock. Readers see the old file or the new one, and never a half. */
    private function change(#[\SensitiveParameter] array $news): void
    {
        $new = "$this->file.new";
        is_file($new) || (touch($new) && chmod($new, 0600));
        file_put_contents($new, json_encode([...$this->read(), ...$news]));
        rename($new, $this->file);
    }
}

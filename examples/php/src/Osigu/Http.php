<?php

declare(strict_types=1);

namespace Clinic\Osigu;

use CurlHandle;

/** One request at a time over curl. Redirects are not followed. */
final class Http
{
    /** Longer than any healthy answer; four attempts still fit into a clerk's patience. In seconds. */
    private const ATTEMPT = 10;

    private readonly CurlHandle $curl;

    /** @param string|null $authorities A file with those by which the other side is trusted; the system's unless set. */
    public function __construct(private readonly ?string $authorities = null)
    {
        $this->curl = curl_init();
    }

    /**
     * @param list<string> $headers
     * @param bool $isHarmless Whether it does no harm if it is worked on twice.
     */
    public function send(string $method, string $url, #[\SensitiveParameter] array $headers, ?string $body, bool $isHarmless): Reply
    {
        $received = [];
        // The handle is kept for its connections; everything else is set anew.
        curl_reset($this->curl);
        curl_setopt_array($this->curl, [
            CURLOPT_URL => $url,
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => ['Accept: application/json', 'Expect:', ...$headers],
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => self::ATTEMPT,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            // When a connection that was kept turns out to be dead, curl sends the request again by itself, a POST too. So a write that
            // must not happen twice gets a connection of its own.
            CURLOPT_FRESH_CONNECT => !$isHarmless,
            CURLOPT_HEADERFUNCTION => static function (CurlHandle $curl, string $line) use (&$received): int {
                [$name, $value] = explode(':', $line, 2) + [1 => ''];
                $received[strtolower(trim($name))] = trim($value);

                return strlen($line);
            },
        ]);
        if ($this->authorities !== null) {
            curl_setopt($this->curl, CURLOPT_CAINFO, $this->authorities);
        }
        if ($body !== null) {
            curl_setopt($this->curl, CURLOPT_POSTFIELDS, $body);
        }

        $answer = curl_exec($this->curl);

        return $answer === false
            ? new Reply(0, wasSent: curl_getinfo($this->curl, CURLINFO_REQUEST_SIZE) > 0, problem: curl_strerror(curl_errno($this->curl)))
            : new Reply(curl_getinfo($this->curl, CURLINFO_RESPONSE_CODE), $received, $answer);
    }
}

<?php

declare(strict_types=1);

namespace Clinic\Webhooks;

final class Signature
{
    /** In seconds, to either side. */
    private const TOLERANCE = 300;

    /**
     * Whether Osigu has signed exactly these bytes with this secret, and lately: `t=<seconds>,v1=<hex>`, with several `v1` while the
     * secret is being replaced, any of which may be the good one.
     */
    public static function isGenuine(string $header, string $body, #[\SensitiveParameter] string $secret, ?int $now = null): bool
    {
        $values = ['t' => [], 'v1' => []];
        foreach (explode(',', $header) as $part) {
            [$name, $value] = explode('=', trim($part), 2) + [1 => ''];
            // Not folded into one value a name: of several, only the last would be left.
            $values[$name][] = $value;
        }
        [$time] = $values['t'] + [''];
        if (count($values['t']) !== 1 || !preg_match('/^\d{1,12}$/D', $time) || abs(($now ?? time()) - (int) $time) > self::TOLERANCE) {
            return false;
        }
        $expected = hash_hmac('sha256', "$time.$body", $secret);

        // All of them, so that the time it takes does not tell which one was good.
        return in_array(true, array_map(static fn (string $value) => hash_equals($expected, strtolower($value)), $values['v1']), true);
    }
}

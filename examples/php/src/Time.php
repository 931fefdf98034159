<?php

declare(strict_types=1);

namespace Clinic;

final class Time
{
    /** Milliseconds since 1970. */
    public static function now(): int
    {
        return (int) (microtime(true) * 1000);
    }

    /** The moment that a text names, in milliseconds since 1970; null for what names none. */
    public static function parse(mixed $text): ?int
    {
        try {
            return is_string($text) && $text !== '' ? (int) (new \DateTimeImmutable($text))->format('Uv') : null;
        } catch (\Exception) {
            return null;
        }
    }

    /** Waits all of it, also where a signal comes in between. */
    public static function wait(float $seconds): void
    {
        $end = microtime(true) + $seconds;
        while (($left = $end - microtime(true)) > 0) {
            usleep((int) ceil($left * 1_000_000));
        }
    }
}

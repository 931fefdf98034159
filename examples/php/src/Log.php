<?php

declare(strict_types=1);

namespace Clinic;

/** A line of JSON an entry, on standard error. What goes in is chosen where it is called: no bodies, headers or names of people. */
final class Log
{
    /** @param array<string, scalar|null> $details */
    public static function write(string $level, string $text, array $details = []): void
    {
        $line = ['at' => gmdate('Y-m-d\TH:i:s\Z'), 'level' => $level, 'text' => $text] + $details;
        file_put_contents('php://stderr', json_encode($line, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE) . "\n");
    }
}

<?php

declare(strict_types=1);

namespace Clinic;

/** What somebody has to be told of if it comes in numbers, with the moment of each. */
final readonly class Incidents
{
    public const TOKEN_FAILURE = 'token failure';
    public const WEBHOOK_ERROR = 'webhook error';

    public function __construct(private Database $database)
    {
    }

    public function note(string $kind): void
    {
        $this->database->run('INSERT INTO incidents VALUES (?, ?)', $kind, Time::now());
    }

    /** How many there were in the last so many seconds. */
    public function lately(string $kind, float $seconds): int
    {
        return $this->database->first('SELECT count(*) AS n FROM incidents WHERE kind = ? AND at >= ?', $kind, Time::now() - (int) ($seconds * 1000))['n'];
    }

    public function forgetOlderThan(float $seconds): void
    {
        $this->database->run('DELETE FROM incidents WHERE at < ?', Time::now() - (int) ($seconds * 1000));
    }
}

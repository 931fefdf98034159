<?php

declare(strict_types=1);

namespace Clinic\Osigu;

use Clinic\Time;

/** The only layer that repeats requests. */
final class Retries
{
    /** Attempts after the first: enough for a restart over there, few enough for a clerk who waits. */
    private const REPETITIONS = 3;
    private const FIRST_PAUSE = 0.5;
    /** The longest wait that the provider may ask for, in seconds. If it asks for more, the clerk is told at once. */
    private const PATIENCE = 20.0;

    /** @param callable(): Reply $attempt */
    public static function of(callable $attempt, bool $isHarmless): Reply
    {
        for ($repetition = 0; ; $repetition++) {
            $reply = $attempt();
            if ($repetition === self::REPETITIONS || !$reply->mayRepeat($isHarmless) || $reply->pause() > self::PATIENCE) {
                return $reply;
            }
            // Doubles, with jitter so that clinics do not come back in step; never earlier than the provider asks.
            $backoff = self::FIRST_PAUSE * 2 ** $repetition * (0.5 + mt_rand() / mt_getrandmax());
            Time::wait(max($backoff, $reply->pause() > 0 ? $reply->pause() + 0.05 : 0.0));
        }
    }
}

<?php

// Looks twice a second whether something is wrong that people have to be told of. One of these runs.
declare(strict_types=1);

use Clinic\Clinic;
use Clinic\Log;
use Clinic\Settings;

require dirname(__DIR__) . '/src/autoload.php';

const PAUSE_MICROSECONDS = 500_000;

$clinic = new Clinic(Settings::from(getenv()));
while (true) {
    try {
        $clinic->alerts->look();
    } catch (Throwable $fault) {
        // Whoever is told of alerts may be away for a while; what is wrong is still there at the next look.
        Log::write('warning', 'an alert was not told', ['fault' => $fault::class]);
    }
    usleep(PAUSE_MICROSECONDS);
}

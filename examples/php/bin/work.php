<?php

// Does the clinic's tasks, one after the other; several of these run side by side.
declare(strict_types=1);

use Clinic\Clinic;
use Clinic\Settings;

require dirname(__DIR__) . '/src/autoload.php';

const PAUSE_MICROSECONDS = 20_000;

$clinic = new Clinic(Settings::from(getenv()));
while (true) {
    if (!$clinic->work()) {
        usleep(PAUSE_MICROSECONDS);
    }
}

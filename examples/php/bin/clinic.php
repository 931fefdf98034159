<?php

// The whole clinic on one machine: the web server, the workers that ask the provider, and the watch over alerts.
// It ends with the first of them that ends, and whoever started it starts all of it again.
declare(strict_types=1);

use Clinic\Clinic;
use Clinic\Database;
use Clinic\Settings;

require dirname(__DIR__) . '/src/autoload.php';

const WORKERS = 8;
const WEB_WORKERS = '8';

$settings = Settings::from(getenv());
(new Database("$settings->data/clinic.db"))->create();
(new Clinic($settings))->tasks->settleWhatWasCutOff();

// A process that PHP starts does not know with which settings this one was started.
$ini = php_ini_loaded_file();
$php = $ini === false ? [] : ['-c', $ini];

/** @var list<int> $running */
$running = [];
$start = static function (array $arguments, array $environment = []) use (&$running, $php): void {
    $process = pcntl_fork();
    if ($process === -1) {
        throw new RuntimeException('No further process can be started.');
    }
    if ($process === 0) {
        pcntl_exec(PHP_BINARY, [...$php, ...$arguments], [...getenv(), ...$environment]);
        exit(1);
    }
    $running[] = $process;
};

for ($worker = 0; $worker < WORKERS; $worker++) {
    $start([__DIR__ . '/work.php']);
}
$start([__DIR__ . '/watch.php']);
$address = (getenv('HOST') ?: '127.0.0.1') . ':' . (getenv('PORT') ?: '8080');
$start(['-S', $address, dirname(__DIR__) . '/public/index.php'], ['PHP_CLI_SERVER_WORKERS' => WEB_WORKERS]);

$end = static function () use (&$running): never {
    foreach ($running as $process) {
        posix_kill($process, SIGTERM);
    }
    exit(1);
};
pcntl_async_signals(true);
pcntl_signal(SIGTERM, $end);
pcntl_signal(SIGINT, $end);

pcntl_wait($status);
$end();

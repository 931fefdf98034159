<?php

// What the clinic answers: to its own screens below /api, and to Osigu.
declare(strict_types=1);

use Clinic\Clinic;
use Clinic\Settings;

require dirname(__DIR__) . '/src/autoload.php';

set_exception_handler(static function (Throwable $fault): void {
    Clinic\Log::write('error', $fault::class, ['at' => basename($fault->getFile()) . ':' . $fault->getLine()]);
    http_response_code(500);
});

$answer = static function (int $status, ?string $json = null, ?string $location = null): void {
    header_remove('X-Powered-By');
    header($json === null ? 'Content-Length: 0' : 'Content-Type: application/json');
    $location === null || header("Location: $location");
    // Last, for PHP takes a Location for a redirect.
    http_response_code($status);
    echo $json;
};

$clinic = new Clinic(Settings::from(getenv()));
$path = (string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);

match (true) {
    $path === '/health' => $answer($clinic->database->first('SELECT 1') ? 200 : 503),

    $path === '/webhooks/osigu' => $answer($_SERVER['REQUEST_METHOD'] === 'POST'
        ? $clinic->receiver->receive($_SERVER['HTTP_X_OSIGU_SIGNATURE'] ?? '', (string) file_get_contents('php://input', length: 1_000_000))
        : 405),

    // Whatever asks Osigu is a task; its answer is asked for under the address that comes back.
    $_SERVER['REQUEST_METHOD'] === 'POST' && preg_match('~^/api/(searches|orders|dispensations|claims)$~D', $path, $match) === 1 =>
        is_array($input = json_decode((string) file_get_contents('php://input'), true))
            ? $answer(202, '{"state":"working"}', '/api/tasks/' . $clinic->tasks->add($match[1], $input))
            : $answer(400, '{"state":"declined","message":"This is no JSON."}'),

    preg_match('~^/api/tasks/([0-9a-f]+)$~D', $path, $match) === 1 => ($json = $clinic->tasks->answer($match[1])) === null ? $answer(404) : $answer(200, $json),

    // What the clinic knows by itself.
    preg_match('~^/api/orders/([^/]+)$~D', $path, $match) === 1 =>
        $answer(200, json_encode($clinic->authorizations->status(rawurldecode($match[1])), JSON_UNESCAPED_UNICODE)),
    $path === '/api/notices/count' => $answer(200, json_encode(['state' => 'done', 'count' => $clinic->effects->count($_GET['event'] ?? null)])),

    default => $answer(404),
};

<?php

declare(strict_types=1);

/** A provider in a process of its own: a new token for whoever asks for one, and to calls the given answers, one after the other. */
final readonly class Provider
{
    public string $url;
    private int $process;

    /** @param array{status?: int, headers?: list<string>, isCut?: bool} ...$answers The last one is given to all calls that follow. */
    public function __construct(private string $folder, array ...$answers)
    {
        $listener = stream_socket_server('tcp://127.0.0.1:0');
        $this->url = 'http://' . stream_socket_get_name($listener, false);
        $this->process = pcntl_fork();
        for ($tokens = $calls = 0; $this->process === 0;) {
            $connection = stream_socket_accept($listener, -1);
            [$method, $path, $headers] = self::read($connection);
            if ($path === '/token') {
                self::say($connection, 200, json_encode(['access_token' => 'token-' . ++$tokens, 'expires_in' => 3600]));
                continue;
            }
            $answer = $answers[min($calls++, count($answers) - 1)];
            $call = ['method' => $method, 'bearer' => $headers['authorization'], 'at' => microtime(true)];
            file_put_contents("$folder/seen", json_encode($call) . "\n", FILE_APPEND);
            ($answer['isCut'] ?? false) ? fclose($connection) : self::say($connection, $answer['status'] ?? 200, '{"id":"1"}', $answer['headers'] ?? []);
        }
        fclose($listener);
    }

    /** @return list<array{method: string, bearer: string, at: float}> */
    public function seen(): array
    {
        return array_map(static fn (string $line) => json_decode($line, true), file("$this->folder/seen"));
    }

    public function stop(): void
    {
        posix_kill($this->process, SIGKILL);
        pcntl_waitpid($this->process, $status);
    }

    /** @return array{string, string, array<string, string>} */
    private static function read($connection): array
    {
        [$method, $path] = explode(' ', fgets($connection));
        for ($headers = []; ($line = trim(fgets($connection))) !== '';) {
            [$name, $value] = explode(': ', $line, 2) + [1 => ''];
            $headers[strtolower($name)] = $value;
        }
        empty($headers['content-length']) || stream_get_contents($connection, (int) $headers['content-length']);

        return [$method, $path, $headers];
    }

    private static function say($connection, int $status, string $body, array $headers = []): void
    {
        $headers = ['Content-Type: application/json', 'Content-Length: ' . strlen($body), 'Connection: close', ...$headers];
        fwrite($connection, "HTTP/1.1 $status Whatever\r\n" . implode("\r\n", $headers) . "\r\n\r\n$body");
        fclose($connection);
    }
}

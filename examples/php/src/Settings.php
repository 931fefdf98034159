<?php

declare(strict_types=1);

namespace Clinic;

use RuntimeException;

/** Everything that differs between environments, from one place: addresses, secrets and data change together or not at all. */
final readonly class Settings
{
    private function __construct(
        public string $apiUrl,
        public string $tokenUrl,
        /** `sandbox` or `production`; events of the other one are not ours. */
        public string $environment,
        /** The folder of the database, of the access token and of locks. */
        public string $data,
        private string $secrets,
        /** A file with the authorities by which Osigu is trusted; the system's unless set. */
        public ?string $authorities,
        /** Where alerts are posted; without it they are only logged. */
        public ?string $alertsUrl,
        /** The span over which failures are counted, in seconds. */
        public float $alertWindow,
        /** How long a sponsor may take for a decision, in seconds. */
        public float $alertOverdue,
    ) {
    }

    /** @param array<string, string> $environment */
    public static function from(array $environment): self
    {
        $needed = ['OSIGU_API_URL', 'OSIGU_TOKEN_URL', 'OSIGU_ENVIRONMENT', 'SECRETS_DIR'];
        $missing = array_filter($needed, static fn (string $name) => ($environment[$name] ?? '') === '');
        if ($missing) {
            throw new RuntimeException('These environment variables are not set: ' . implode(', ', $missing) . '.');
        }
        $data = $environment['DATA_DIR'] ?? dirname(__DIR__) . '/data/' . $environment['OSIGU_ENVIRONMENT'];
        is_dir($data) || @mkdir($data, 0700, true) || is_dir($data) || throw new RuntimeException("The folder $data cannot be made.");

        return new self(
            rtrim($environment['OSIGU_API_URL'], '/'),
            $environment['OSIGU_TOKEN_URL'],
            $environment['OSIGU_ENVIRONMENT'],
            $data,
            $environment['SECRETS_DIR'],
            $environment['OSIGU_CA_FILE'] ?? null,
            $environment['ALERTS_URL'] ?? null,
            (float) ($environment['ALERT_WINDOW_SECONDS'] ?? 300),
            (float) ($environment['ALERT_OVERDUE_SECONDS'] ?? 24 * 3600),
        );
    }

    /** Read at each use and never kept: whoever mounts the files (an agent, the platform) replaces them while we run. */
    public function secret(string $name): string
    {
        return trim(file_get_contents("$this->secrets/$name"));
    }
}

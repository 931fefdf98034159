<?php

declare(strict_types=1);

namespace Clinic\Webhooks;

use Clinic\Database;
use Clinic\Incidents;
use Clinic\Log;
use Clinic\Settings;
use Clinic\Time;

/** Takes in what Osigu sends. The answer is a status alone: what an event says is never repeated. */
final readonly class Receiver
{
    public function __construct(private Settings $settings, private Database $database, private Effects $effects, private Incidents $incidents)
    {
    }

    /** @param string $body As it came: the signature is over the bytes. @return int The status to answer with. */
    public function receive(string $signature, string $body): int
    {
        try {
            [$status, $what] = $this->judge($signature, $body);
        } catch (\Throwable $fault) {
            // Not remembered either, so that it is taken in when it comes again.
            Log::write('error', 'webhook: ' . $fault::class, ['at' => basename($fault->getFile()) . ':' . $fault->getLine()]);
            [$status, $what] = [500, 'failed'];
        }
        if ($status >= 400) {
            $this->incidents->note(Incidents::WEBHOOK_ERROR);
        }
        Log::write($status >= 400 ? 'warning' : 'info', "webhook: $what", ['status' => $status]);

        return $status;
    }

    /** @return array{int, string} */
    private function judge(string $signature, string $body): array
    {
        if (!Signature::isGenuine($signature, $body, $this->settings->secret('webhook_secret'))) {
            return [401, 'not signed by Osigu'];
        }
        // Unknown members are left alone, for Osigu adds some without notice; only the id is indispensable.
        $event = json_decode($body, true, flags: JSON_BIGINT_AS_STRING);
        if (!is_string($event['event_id'] ?? null) || $event['event_id'] === '') {
            return [400, 'unreadable'];
        }
        // Genuine, but not for this environment. A refusal would only bring it back for three days.
        if (($event['environment'] ?? null) !== $this->settings->environment) {
            return [200, 'of the other environment'];
        }

        // The event and its effect are one transaction: known events have no second effect, and a failed one is not remembered.
        $isNew = $this->database->transaction(function () use ($event): bool {
            $type = is_string($event['event_type'] ?? null) ? $event['event_type'] : null;
            $isNew = $this->database->run('INSERT INTO events VALUES (?, ?, ?) ON CONFLICT DO NOTHING', $event['event_id'], $type, Time::now()) > 0;
            if ($isNew) {
                $this->effects->apply($event);
            }

            return $isNew;
        });

        return [200, $isNew ? 'taken in' : 'known'];
    }
}

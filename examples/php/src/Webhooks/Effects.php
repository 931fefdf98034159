<?php

declare(strict_types=1);

namespace Clinic\Webhooks;

use Clinic\Database;
use Clinic\Desk\RequestBook;
use Clinic\Time;

/** What an event does in the clinic: the decision is recorded, and the clerks get a notice. */
final readonly class Effects
{
    /** By the whole type. What is not listed, now or ever, has no effect. */
    private const DECISIONS = [
        'authorization.created' => ['APPROVED', 'The sponsor approved an authorization.'],
        'authorization.rejected' => ['REJECTED', 'The sponsor rejected an authorization.'],
        'authorization.voided' => ['VOIDED', 'An authorization was withdrawn and must not be dispensed.'],
        'authorization.updated' => [null, 'The sponsor changed an authorization.'],
    ];

    public function __construct(private Database $database, private RequestBook $book)
    {
    }

    /** In the caller's transaction. */
    public function apply(array $event): void
    {
        $type = $event['event_type'] ?? null;
        $decision = is_string($type) ? self::DECISIONS[$type] ?? null : null;
        if ($decision === null || !is_array($event['data'] ?? null)) {
            return;
        }
        [$status, $notice] = $decision;
        $request = $this->book->decided($event['data'], $status, Time::parse($event['created_at'] ?? null) ?? Time::now());
        $post = 'INSERT INTO notices (event_id, request_id, text, posted_at) VALUES (?, ?, ?, ?)';
        $this->database->run($post, $event['event_id'], $request, $notice, Time::now());
    }

    /** How many notices an event has led to, or all events together. */
    public function count(?string $eventId): int
    {
        return $eventId === null
            ? $this->database->first('SELECT count(*) AS n FROM notices')['n']
            : $this->database->first('SELECT count(*) AS n FROM notices WHERE event_id = ?', $eventId)['n'];
    }
}

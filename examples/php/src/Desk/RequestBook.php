<?php

declare(strict_types=1);

namespace Clinic\Desk;

use Clinic\Database;
use Clinic\Time;

/** What this clinic knows of its requests: what Osigu answered, and what events have told since. */
final readonly class RequestBook
{
    private const PENDING = <<<'SQL'
        status = 'PENDING_SPONSOR' AND (
          NOT EXISTS (SELECT 1 FROM authorizations a WHERE a.request_id = requests.request_id)
          OR EXISTS (SELECT 1 FROM authorizations a WHERE a.request_id = requests.request_id AND a.status = 'PENDING_SPONSOR'))
        SQL;

    public function __construct(private Database $database)
    {
    }

    /** Noted before it is completed, so that it is found again whatever happens then. */
    public function opened(string $id, string $orderKey, string $beneficiaryId, string $sponsor): void
    {
        $this->database->run(
            "INSERT INTO requests (request_id, order_key, beneficiary_id, sponsor_slug, status) VALUES (?, ?, ?, ?, 'PENDING_INDICATION')
             ON CONFLICT DO NOTHING",
            $id, $orderKey, $beneficiaryId, $sponsor,
        );
    }

    /** The request that was left open for the same order. */
    public function openFor(string $orderKey): ?string
    {
        $open = "SELECT request_id FROM requests WHERE order_key = ? AND status = 'PENDING_INDICATION' ORDER BY rowid DESC LIMIT 1";

        return $this->database->first($open, $orderKey)['request_id'] ?? null;
    }

    public function forget(string $id): void
    {
        $this->database->run('DELETE FROM requests WHERE request_id = ?', $id);
    }

    /** An answer of Osigu's. It fills in what is missing; what an event has decided, perhaps before the answer came, it leaves alone. */
    public function answered(array $request): void
    {
        $this->database->transaction(function () use ($request): void {
            $id = (string) $request['authorization_request_id'];
            $waits = $request['status'] === 'PENDING_SPONSOR' ? Time::now() : null;
            $update = 'UPDATE requests SET status = ?, waiting_since = coalesce(waiting_since, ?) WHERE request_id = ?';
            $this->database->run($update, $request['status'], $waits, $id);
            foreach ($request['authorizations'] ?? [] as $authorization) {
                $isOvertaken = $authorization['status'] === 'PENDING_SPONSOR' && $this->isDecided($id, self::text($authorization['product_type'] ?? null));
                if (isset($authorization['authorization_id']) && !$isOvertaken) {
                    $this->decided(['authorization_request_id' => $id] + $authorization, $authorization['status'], 0);
                }
            }
        });
    }

    /**
     * A decision, in the caller's transaction. The later one counts, by the moment at which it was made and not by arrival; an earlier
     * one only fills in what the later one left out.
     *
     * @param string|null $status Null where everything changed but the status.
     * @param int $at When it was decided, in ms; 0 for an answer, which any event outweighs.
     * @return string|null The request it belongs to.
     */
    public function decided(array $data, ?string $status, int $at): ?string
    {
        $id = self::text($data['authorization_id'] ?? null);
        $known = $this->database->first('SELECT * FROM authorizations WHERE authorization_id = ?', $id);
        $request = self::text($data['authorization_request_id'] ?? null) ?? $known['request_id'] ?? null;
        if ($id === null || $request === null) {
            return null;
        }
        // An event may overtake the answer in which we learn of the request.
        $this->database->run(
            "INSERT INTO requests (request_id, beneficiary_id, sponsor_slug, status) VALUES (?, ?, ?, 'PENDING_SPONSOR') ON CONFLICT DO NOTHING",
            $request, self::text($data['beneficiary_id'] ?? null), self::text($data['sponsor_slug'] ?? null),
        );
        // A placeholder has an id of its own, and the decision for its type of product takes its place.
        if ($status !== 'PENDING_SPONSOR') {
            $this->database->run(
                "DELETE FROM authorizations WHERE request_id = ? AND product_type IS ? AND status = 'PENDING_SPONSOR' AND authorization_id <> ?",
                $request, self::text($data['product_type'] ?? null), $id,
            );
        }
        $told = [
            'product_type' => self::text($data['product_type'] ?? null),
            'authorization_code' => self::text($data['authorization_code'] ?? null),
            'status' => $status,
            'rejection_reason' => self::text($data['rejection_reason'] ?? null),
            'products' => is_array($data['products'] ?? null) ? json_encode($data['products']) : null,
            'expires_at' => self::text($data['expires_at'] ?? null),
        ];
        $isLater = !$known || $at >= $known['decided_at'];
        foreach ($told as $column => $value) {
            $row[$column] = $isLater ? $value ?? $known[$column] ?? null : $known[$column] ?? $value;
        }
        $this->database->run(
            'INSERT OR REPLACE INTO authorizations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
            $id, $request, $row['product_type'], $row['authorization_code'], $row['status'] ?? 'APPROVED', $row['rejection_reason'], $row['products'],
            $row['expires_at'], max($at, $known['decided_at'] ?? 0),
        );

        return $request;
    }

    /** A request with its decisions; null for one that is not ours. */
    public function find(string $id): ?array
    {
        $request = $this->database->first('SELECT * FROM requests WHERE request_id = ?', $id);
        if (!$request) {
            return null;
        }
        $authorizations = array_map(self::shown(...), $this->database->all('SELECT * FROM authorizations WHERE request_id = ? ORDER BY rowid', $id));

        return [
            'id' => $id,
            'status' => $request['status'],
            'beneficiary_id' => $request['beneficiary_id'],
            'sponsor_slug' => $request['sponsor_slug'],
            'belief' => self::beliefIn($authorizations),
            'authorizations' => $authorizations,
        ];
    }

    public function findByCode(string $code): ?array
    {
        $known = $this->database->first('SELECT * FROM authorizations WHERE authorization_code = ?', $code);

        return $known ? self::shown($known) + ['request' => $this->find($known['request_id'])] : null;
    }

    public function countWaitingLongerThan(float $seconds): int
    {
        $before = Time::now() - (int) ($seconds * 1000);

        return $this->database->first('SELECT count(*) AS n FROM requests WHERE waiting_since < ? AND ' . self::PENDING, $before)['n'];
    }

    private function isDecided(string $request, ?string $type): bool
    {
        $decided = "SELECT 1 FROM authorizations WHERE request_id = ? AND product_type IS ? AND status <> 'PENDING_SPONSOR'";

        return $this->database->first($decided, $request, $type) !== null;
    }

    /** As long as one decision is missing, nothing is decided. */
    private static function beliefIn(array $authorizations): string
    {
        $words = ['APPROVED' => 'approved', 'REJECTED' => 'rejected', 'VOIDED' => 'voided'];
        $words = array_unique(array_map(static fn (string $status) => $words[$status] ?? 'pending', array_column($authorizations, 'status')));

        return match (true) {
            !$words || in_array('pending', $words, true) => 'pending',
            count($words) === 1 => current($words),
            default => 'mixed',
        };
    }

    private static function text(mixed $value): ?string
    {
        return is_scalar($value) ? (string) $value : null;
    }

    private static function shown(array $row): array
    {
        return [
            'authorization_code' => $row['authorization_code'],
            'status' => $row['status'],
            'rejection_reason' => $row['rejection_reason'],
            'products' => json_decode($row['products'] ?? '[]', true),
            'expires_at' => $row['expires_at'],
        ];
    }
}

<?php

declare(strict_types=1);

namespace Clinic\Desk;

use Clinic\Database;
use Clinic\Locks;
use Clinic\Osigu\Api;
use Clinic\Osigu\OsiguFault;
use Clinic\Osigu\Trouble;
use Clinic\Time;

/** Dispensing: start and complete, for every code that belongs to what the clerk entered. Osigu makes the claim by itself. */
final readonly class Dispensing
{
    private const SEVERITY = ['waiting' => 1, 'declined' => 2, 'uncertain' => 3];

    public function __construct(
        private Api $api,
        private RequestBook $book,
        private Database $database,
        private Locks $locks,
        private Eligibility $eligibility,
        private Verification $verification,
    ) {
    }

    public function dispense(array $order): Answer
    {
        $choice = $this->choose($order);
        if ($choice instanceof Answer) {
            return $choice;
        }
        ['codes' => $codes, 'request' => $request] = $choice;
        $beneficiaryId = isset($order['beneficiary'])
            ? $this->eligibility->identify($order)?->id
            : $order['beneficiary_id'] ?? $request['beneficiary_id'] ?? null;
        $sponsor = $request['sponsor_slug'] ?? $order['beneficiary']['sponsor_slug'] ?? null;

        $handedOut = [];
        $worst = null;
        foreach ($codes as $code) {
            // One code that cannot be dispensed does not keep the person from getting the others. A double click waits for the first one.
            try {
                $result = $this->locks->holding("code $code", fn () => $this->dispenseOne($code, $beneficiaryId, $sponsor, $order['otp_codes'] ?? []));
            } catch (OsiguFault $fault) {
                $result = Answer::to($fault);
            }
            if (is_array($result)) {
                $handedOut[] = $result;
            } elseif ($worst === null || self::SEVERITY[$result->state] > self::SEVERITY[$worst->state]) {
                $worst = $result;
            }
        }
        $data = [
            'dispensation_id' => $handedOut[0]['dispensation_id'] ?? null,
            'status' => $handedOut[0]['status'] ?? 'NOT_DISPENSED',
            'products' => array_merge(...array_column($handedOut, 'products')),
        ];

        return $worst?->with($data) ?? Answer::done($data);
    }

    /**
     * A request has an id that the counter never sees: what is dispensed is the code of each approved authorization.
     *
     * @return array{codes: list<string>, request: ?array}|Answer
     */
    private function choose(array $order): array|Answer
    {
        $code = $order['code'] ?? null;
        if ($code !== null) {
            // Also a code on paper counts for no more than what the sponsor says of it today.
            $known = $this->book->findByCode($code);

            return match (true) {
                ($known['status'] ?? null) === 'VOIDED' => Answer::declined(Words::VOIDED, 'voided'),
                ($known['status'] ?? null) === 'REJECTED' => Answer::declined(Words::REJECTED, 'rejected'),
                $known && self::isExpired($known) => Answer::declined(Words::EXPIRED, 'expired'),
                default => ['codes' => [$code], 'request' => $known['request'] ?? null],
            };
        }
        $request = isset($order['authorization_request_id']) ? $this->book->find($order['authorization_request_id']) : null;
        if (!$request) {
            return Answer::declined('Enter a request of this clinic, or the code that the person brought.', 'unknown_request');
        }
        if ($request['belief'] === 'pending') {
            return Answer::waiting(Words::WAITS_FOR_SPONSOR);
        }
        $approved = array_filter($request['authorizations'], static fn (array $authorization) => $authorization['status'] === 'APPROVED');
        $valid = array_filter($approved, static fn (array $authorization) => !self::isExpired($authorization));

        return match (true) {
            (bool) $valid => ['codes' => array_column($valid, 'authorization_code'), 'request' => $request],
            (bool) $approved => Answer::declined(Words::EXPIRED, 'expired'),
            $request['belief'] === 'rejected' => Answer::declined(Words::REJECTED, 'rejected'),
            default => Answer::declined(Words::VOIDED, 'voided'),
        };
    }

    /** @return array<string, mixed>|Answer What was handed out, or why nothing was. */
    private function dispenseOne(string $code, ?string $beneficiaryId, ?string $sponsor, #[\SensitiveParameter] array $otpCodes): array|Answer
    {
        $started = $this->leftUnfinished($code) ?? $this->begin($code, $beneficiaryId);
        $id = (string) $started['dispensation_id'];
        if ($started['status'] !== 'COMPLETED') {
            $this->database->run('UPDATE dispensations SET dispensation_id = ? WHERE authorization_code = ?', $id, $code);
            $proofs = $this->verification->verify($started['verification_required'] ?? null, $id, $beneficiaryId, $sponsor, $otpCodes);
            if (is_string($proofs)) {
                return Answer::waiting($proofs);
            }
            $this->api->completeDispensation($id, self::receiptFor($started) + $proofs);
        }
        $this->finished($code);
        // What was started decides what is handed out: the sponsor may have changed it since it was approved.
        $shown = ['product_code' => null, 'quantity' => null];
        $products = array_map(static fn (array $product) => array_intersect_key($product, $shown), $started['products'] ?? []);

        return ['dispensation_id' => $id, 'status' => 'COMPLETED', 'products' => $products];
    }

    /** Noted before it is sent: if the answer gets lost and looking does not help, the next try begins with a look. */
    private function begin(string $code, ?string $beneficiaryId): array
    {
        $this->database->run('INSERT OR REPLACE INTO dispensations VALUES (?, NULL)', $code);
        try {
            return $this->api->startDispensation($code, $beneficiaryId);
        } catch (OsiguFault $fault) {
            if ($fault->trouble !== Trouble::Uncertain) {
                $this->finished($code);
            }
            throw $fault;
        }
    }

    /** What an earlier try for this code has left at Osigu: waiting for a password, or cut off. */
    private function leftUnfinished(string $code): ?array
    {
        $left = $this->database->first('SELECT dispensation_id FROM dispensations WHERE authorization_code = ?', $code);
        if (!$left) {
            return null;
        }
        try {
            $found = $left['dispensation_id'] !== null ? $this->api->readDispensation($left['dispensation_id']) : $this->api->findDispensation($code);
        } catch (OsiguFault $fault) {
            return $fault->trouble === Trouble::NotFound ? null : throw $fault;
        }

        return in_array($found['status'] ?? null, ['STARTED', 'COMPLETED'], true) ? $found : null;
    }

    private function finished(string $code): void
    {
        $this->database->run('DELETE FROM dispensations WHERE authorization_code = ?', $code);
    }

    private static function isExpired(array $authorization): bool
    {
        $end = Time::parse($authorization['expires_at']);

        return $end !== null && $end < Time::now();
    }

    private static function receiptFor(array $started): array
    {
        return [
            'amount' => array_sum(array_map(static fn (array $product) => $product['quantity'] * $product['unit_price'], $started['products'] ?? [])),
            'document_number' => 'R-' . bin2hex(random_bytes(8)),
            'document_date' => gmdate('Y-m-d\TH:i:s\Z'),
        ];
    }
}

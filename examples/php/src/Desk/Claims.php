<?php

declare(strict_types=1);

namespace Clinic\Desk;

use Clinic\Database;
use Clinic\Osigu\Api;

/** Outpatient claims: created open, then completed. Insured dispensations have theirs made by Osigu. */
final readonly class Claims
{
    /** Who signs for the clinic's outpatient care. */
    private const DOCTOR = [
        'doctor_medical_license_number' => 'MED-10442',
        'doctor_country_code' => 'GT',
        'doctor_specialty_name' => 'General medicine',
        'doctor_name' => 'Dr. Ana Ruiz',
    ];

    public function __construct(private Api $api, private Database $database, private Eligibility $eligibility)
    {
    }

    public function submit(array $order): Answer
    {
        $person = $this->eligibility->identify($order);
        $sponsor = $order['sponsor_slug'] ?? $order['beneficiary']['sponsor_slug'] ?? null;
        if (!$person || $sponsor === null) {
            return Answer::declined('A claim needs a person and a sponsor.');
        }
        $body = [
            'beneficiary_id' => $person->id,
            'sponsor_slug' => $sponsor,
            'diagnosis_code' => $order['diagnosis_code'] ?? null,
            'line_items' => $order['line_items'] ?? [],
        ];
        $key = hash('sha256', json_encode($body));

        // A claim that was created and never completed is gone on with; a second one for the same care would be paid twice.
        $open = $this->database->first("SELECT claim_id FROM claims WHERE order_key = ? AND status = 'OPEN'", $key);
        $id = $open['claim_id'] ?? $this->create($body, $key);
        $status = $this->api->completeClaim($id, self::DOCTOR)['status'];
        $this->database->run('UPDATE claims SET status = ? WHERE claim_id = ?', $status, $id);

        return Answer::done(['claim_id' => $id, 'status' => $status]);
    }

    private function create(array $body, string $key): string
    {
        $claim = $this->api->createClaim($body);
        $this->database->run('INSERT INTO claims VALUES (?, ?, ?)', (string) $claim['claim_id'], $key, $claim['status']);

        return (string) $claim['claim_id'];
    }
}

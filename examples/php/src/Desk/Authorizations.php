<?php

declare(strict_types=1);

namespace Clinic\Desk;

use Clinic\Osigu\Api;
use Clinic\Osigu\OsiguFault;
use Clinic\Osigu\Trouble;

/** Requests for authorization: find the person, initiate, attach the document, complete. */
final readonly class Authorizations
{
    private const FIELDS = [
        'sponsor_slug', 'diagnosis_code', 'products', 'professional_license_number', 'service_type_code', 'authorization_type', 'provider_branch_id',
    ];

    public function __construct(private Api $api, private RequestBook $book, private Eligibility $eligibility, private Verification $verification)
    {
    }

    public function request(array $order): Answer
    {
        $person = $this->eligibility->identify($order);
        if (!$person || empty($order['sponsor_slug']) || empty($order['products'])) {
            return Answer::declined('An order needs a person, a sponsor and at least one product.');
        }
        if (!$person->isCovered) {
            return Answer::declined(Words::NOT_COVERED, 'coverage_inactive', 200);
        }

        $rules = $this->rulesFor($order);
        $isFilled = static fn ($value) => $value !== null && $value !== '';
        $body = ['beneficiary_id' => $person->id] + array_filter(array_intersect_key($order, array_flip(self::FIELDS)), $isFilled);
        $missing = array_diff($rules['fields'], array_keys($body));
        if ($missing) {
            return Answer::declined('The sponsor also wants: ' . implode(', ', $missing) . '.', 'fields_missing');
        }

        // The same order sent again goes on with the request that it opened, instead of opening another.
        $key = hash('sha256', json_encode($body));
        $left = $this->openRequest($key);
        if ($left && $left['status'] !== 'PENDING_INDICATION') {
            return $this->settled($left);
        }
        $indication = $order['indication'] ?? '';
        if ($left && $rules['document'] && $indication === '') {
            return Answer::waiting(Words::DOCUMENT_MISSING, ['authorization_request_id' => self::idOf($left), 'status' => $left['status']]);
        }

        $id = self::idOf($left ?? $this->api->initiate($body));
        $this->book->opened($id, $key, $person->id, $order['sponsor_slug']);
        $proofs = $this->verification->verify($rules['verification'], $id, $person->id, $order['sponsor_slug'], $order['otp_codes'] ?? []);
        if (is_string($proofs)) {
            return Answer::waiting($proofs, ['authorization_request_id' => $id, 'status' => 'PENDING_VERIFICATION']);
        }
        if ($indication !== '') {
            $this->api->attach($id, $indication);
        }

        return $this->settled($this->api->complete($id, $proofs));
    }

    public function status(string $id): Answer
    {
        $known = $this->book->find($id);

        return $known ? Answer::done(self::dataOf($known)) : Answer::declined(Words::NOT_OURS, 'unknown_request', data: ['status' => 'unknown']);
    }

    /** Sponsors change their rules without notice and have others for each type of product, so they are read for each order. */
    private function rulesFor(array $order): array
    {
        $types = array_values(array_unique(array_column($order['products'], 'product_type')));
        $rules = array_map(fn (string $type) => $this->api->configuration($order['sponsor_slug'], $type), $types);
        $verifications = array_column($rules, 'verification');

        return [
            'fields' => array_unique(array_merge(...array_column($rules, 'mandatory_fields'))),
            'document' => in_array(true, array_column($rules, 'indication_required'), true),
            'verification' => match (true) {
                in_array(true, array_column($verifications, 'biometric'), true) => 'BIOMETRIC',
                in_array(true, array_column($verifications, 'otp'), true) => 'OTP',
                default => null,
            },
        ];
    }

    private function openRequest(string $key): ?array
    {
        $id = $this->book->openFor($key);
        if ($id === null) {
            return null;
        }
        try {
            return $this->api->readRequest($id);
        } catch (OsiguFault $fault) {
            if ($fault->trouble !== Trouble::NotFound) {
                throw $fault;
            }
            // Osigu has forgotten it, so there is nothing to go on with.
            $this->book->forget($id);

            return null;
        }
    }

    /** A 2xx alone does not mean that the sponsor has decided: the status does. */
    private function settled(array $answer): Answer
    {
        $this->book->answered($answer);
        $request = $this->book->find(self::idOf($answer));
        $data = self::dataOf($request);
        $rejections = array_filter($request['authorizations'], static fn (array $authorization) => $authorization['status'] === 'REJECTED');
        $reasons = array_map(static fn (array $authorization) => $authorization['rejection_reason'] ?? 'no reason was given', $rejections);
        $rejected = 'The sponsor rejected: ' . implode('; ', $reasons);
        if ($request['status'] === 'PENDING_INDICATION') {
            return Answer::waiting(Words::DOCUMENT_MISSING, $data);
        }

        return match ($request['belief']) {
            'pending' => Answer::waiting(Words::WAITS_FOR_SPONSOR, $data),
            'rejected' => Answer::declined($rejected, 'rejected', 200, $data),
            'voided' => Answer::declined(Words::VOIDED, 'voided', 200, $data),
            'mixed' => Answer::done($data, "Only a part was approved. $rejected"),
            default => Answer::done($data),
        };
    }

    private static function idOf(array $answer): string
    {
        return (string) $answer['authorization_request_id'];
    }

    private static function dataOf(array $request): array
    {
        return ['authorization_request_id' => $request['id'], 'status' => $request['belief'], 'authorizations' => $request['authorizations']];
    }
}

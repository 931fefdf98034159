<?php

declare(strict_types=1);

namespace Clinic\Osigu;

/** Osigu's operations that this clinic uses. Identifiers are opaque, and people are never named in a URL. */
final readonly class Api
{
    public function __construct(private Client $client)
    {
    }

    /** @return list<array<string, mixed>> */
    public function forms(string $sponsor): array
    {
        return $this->client->get('/v1/sponsors/' . rawurlencode($sponsor) . '/forms')['forms'] ?? [];
    }

    public function search(string $sponsor, array $fields): array
    {
        return $this->client->post('/v1/sponsors/' . rawurlencode($sponsor) . '/search', $fields, isHarmless: true);
    }

    public function configuration(string $sponsor, string $productType): array
    {
        return $this->client->get('/arc/v1/sponsors/' . rawurlencode($sponsor) . '/configuration', ['product_type' => $productType]);
    }

    /** A request that is never completed binds nobody, so a second one does no harm. */
    public function initiate(array $order): array
    {
        return $this->client->post('/arc/v1/authorization-requests', $order, isHarmless: true);
    }

    public function attach(string $id, string $text): void
    {
        $file = ['file_name' => 'indication.txt', 'content_type' => 'text/plain', 'content_base64' => base64_encode($text)];
        $this->client->post(self::request($id) . '/indications', $file, isHarmless: true);
    }

    public function readRequest(string $id): array
    {
        return $this->client->get(self::request($id));
    }

    public function complete(string $id, array $proofs): array
    {
        return $this->client->settle(
            fn () => $this->client->post(self::request($id) . '/complete', $proofs),
            fn () => self::unless('PENDING_INDICATION', $this->readRequest($id)),
        );
    }

    public function startDispensation(string $code, ?string $beneficiaryId): array
    {
        $order = ['code' => $code] + ($beneficiaryId === null ? [] : ['beneficiary_id' => $beneficiaryId]);

        return $this->client->settle(
            fn () => $this->client->post('/dispensing/v1/dispensations', $order),
            fn () => $this->findDispensation($code),
        );
    }

    /** What this clinic has started under a code, if anything. None is completed before its start was answered, so a completed one is of another day. */
    public function findDispensation(string $code): ?array
    {
        $byStatus = array_column($this->client->get('/dispensing/v1/dispensations', ['code' => $code])['content'] ?? [], null, 'status');

        return isset($byStatus['COMPLETED']) ? throw new OsiguFault(Trouble::Conflict, message: 'the code was dispensed before') : $byStatus['STARTED'] ?? null;
    }

    public function readDispensation(string $id): array
    {
        return $this->client->get(self::dispensation($id));
    }

    public function completeDispensation(string $id, array $receipt): array
    {
        return $this->client->settle(
            fn () => $this->client->post(self::dispensation($id) . '/complete', $receipt),
            fn () => self::onlyIf('COMPLETED', $this->readDispensation($id)),
        );
    }

    public function sendPassword(string $beneficiaryId, string $sponsor): array
    {
        return $this->client->post('/v1/otp/send', ['beneficiary_id' => $beneficiaryId, 'sponsor_slug' => $sponsor, 'channel' => 'SMS']);
    }

    public function validatePassword(string $otpId, string $code): string
    {
        return $this->client->post('/v1/otp/validate', ['otp_id' => $otpId, 'code' => $code])['otp_verification_token'];
    }

    /** Nothing tells later whether a lost one was made, so it is not sent again. */
    public function createClaim(array $order): array
    {
        return $this->client->post('/arc/v1/outpatient-care-claim', $order);
    }

    public function completeClaim(string $id, array $doctor): array
    {
        return $this->client->settle(
            fn () => $this->client->post(self::claim($id) . '/complete', $doctor),
            fn () => self::onlyIf('COMPLETED', $this->client->get(self::claim($id))),
        );
    }

    private static function request(string $id): string
    {
        return '/arc/v1/authorization-requests/' . rawurlencode($id);
    }

    private static function dispensation(string $id): string
    {
        return '/dispensing/v1/dispensations/' . rawurlencode($id);
    }

    private static function claim(string $id): string
    {
        return '/arc/v1/outpatient-care-claim/' . rawurlencode($id);
    }

    private static function onlyIf(string $status, array $found): ?array
    {
        return $found['status'] === $status ? $found : null;
    }

    private static function unless(string $status, array $found): ?array
    {
        return $found['status'] === $status ? null : $found;
    }
}

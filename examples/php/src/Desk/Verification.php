<?php

declare(strict_types=1);

namespace Clinic\Desk;

use Clinic\Database;
use Clinic\Osigu\Api;
use Clinic\Osigu\OsiguFault;
use Clinic\Osigu\Trouble;
use Clinic\Time;

/** Verifies a person where a sponsor asks for it, and only then. A proof serves one call and is never kept. */
final readonly class Verification
{
    public function __construct(private Api $api, private Database $database)
    {
    }

    /**
     * @param string|null $wanted What the sponsor asks for: `OTP`, `BIOMETRIC` or nothing.
     * @param string $subject What it is asked for: a request or a dispensation.
     * @param list<string> $codes What the person read out.
     * @return array<string, mixed>|string What goes into the next call, or why it has to wait.
     */
    public function verify(?string $wanted, string $subject, ?string $beneficiaryId, ?string $sponsor, #[\SensitiveParameter] array $codes): array|string
    {
        if ($wanted === null) {
            return [];
        }
        if ($wanted !== 'OTP') {
            return Words::DEVICE_WANTED;
        }
        $token = $this->tokenFor($subject, (string) $beneficiaryId, (string) $sponsor, $codes);

        return $token === null ? Words::PASSWORD_WANTED : ['external_verifications' => [['type' => 'OTP', 'value' => $token]]];
    }

    /** One password is sent and kept until it was answered, refused or is too old; entering a code does not send another. */
    private function tokenFor(string $subject, string $beneficiaryId, string $sponsor, #[\SensitiveParameter] array $codes): ?string
    {
        $sent = $this->database->first('SELECT otp_id FROM passwords WHERE subject = ? AND expires_at > ?', $subject, Time::now())['otp_id'] ?? null;
        $otpId = $sent ?? $this->send($subject, $beneficiaryId, $sponsor);
        foreach ($codes as $code) {
            try {
                $token = $this->api->validatePassword($otpId, $code);
                $this->forget($subject);

                return $token;
            } catch (OsiguFault $fault) {
                // Wrong, or no longer good: the person may have read out another one.
                if ($fault->trouble !== Trouble::Refused && $fault->trouble !== Trouble::NotFound) {
                    throw $fault;
                }
            }
        }
        // Nothing of what was entered fits the password that was sent before: next time a new one is sent.
        if ($sent !== null && $codes) {
            $this->forget($subject);
        }

        return null;
    }

    private function send(string $subject, string $beneficiaryId, string $sponsor): string
    {
        $sent = $this->api->sendPassword($beneficiaryId, $sponsor);
        $expiresAt = Time::now() + 1000 * ((int) ($sent['expires_in'] ?? 0) ?: 300);
        $this->database->run('INSERT OR REPLACE INTO passwords VALUES (?, ?, ?)', $subject, (string) $sent['otp_id'], $expiresAt);

        return (string) $sent['otp_id'];
    }

    private function forget(string $subject): void
    {
        $this->database->run('DELETE FROM passwords WHERE subject = ?', $subject);
    }
}

<?php

declare(strict_types=1);

namespace Clinic\Desk;

use Clinic\Osigu\OsiguFault;
use Clinic\Osigu\Trouble;

/** What a screen gets back: how it ended, and a sentence for the clerk. */
final readonly class Answer implements \JsonSerializable
{
    /** The code for a product that is not among those registered for this clinic. */
    private const NOT_REGISTERED = '071-104';

    private function __construct(
        /** `done`, `waiting`, `declined` or `uncertain`. */
        public string $state,
        public ?string $message,
        public ?array $data,
        /** What Osigu answered, by `status` and `code`. */
        public ?array $osigu,
    ) {
    }

    public static function done(?array $data, ?string $message = null): self
    {
        return new self('done', $message, $data, null);
    }

    public static function waiting(string $message, ?array $data = null): self
    {
        return new self('waiting', $message, $data, null);
    }

    public static function declined(string $message, ?string $code = null, ?int $status = null, ?array $data = null): self
    {
        return new self('declined', $message, $data, ['status' => $status, 'code' => $code]);
    }

    public static function uncertain(string $message, ?string $code = null, ?int $status = null): self
    {
        return new self('uncertain', $message, null, ['status' => $status, 'code' => $code]);
    }

    /** For a call that failed and that nothing else has to be said about. */
    public static function to(OsiguFault $fault): self
    {
        $words = match ($fault->trouble) {
            Trouble::NotFound => Words::NOT_FOUND,
            Trouble::Conflict => Words::ALREADY_USED,
            Trouble::Credentials => Words::NOT_ACCEPTED,
            Trouble::Busy => Words::BUSY,
            Trouble::Outage => Words::OUT_OF_ORDER,
            Trouble::Uncertain => Words::UNCERTAIN,
            Trouble::Refused => $fault->errorCode === self::NOT_REGISTERED
                ? Words::NOT_REGISTERED
                : 'Osigu refused what was sent (' . ($fault->errorCode ?? $fault->status) . '): ' . Words::masked($fault->getMessage())
                    . ' Correct it and send again.',
        };

        return $fault->trouble === Trouble::Uncertain
            ? self::uncertain($words, $fault->errorCode, $fault->status)
            : self::declined($words, $fault->errorCode, $fault->status);
    }

    public function with(array $data): self
    {
        return new self($this->state, $this->message, $data, $this->osigu);
    }

    public function jsonSerialize(): array
    {
        return array_filter(get_object_vars($this), static fn ($value) => $value !== null);
    }
}

<?php

declare(strict_types=1);

namespace Clinic\Osigu;

/** A call that did not end as asked. Carries no request and no header, so that it may be logged. */
final class OsiguFault extends \RuntimeException
{
    public function __construct(
        public readonly Trouble $trouble,
        public readonly ?int $status = null,
        public readonly ?string $errorCode = null,
        string $message = '',
    ) {
        parent::__construct($message !== '' ? $message : $trouble->value);
    }

    /** @param bool $isHarmless Whether it does no harm if the call was worked on unseen. */
    public static function of(Reply $reply, bool $isHarmless): self
    {
        $status = $reply->status;
        if ($status === 0) {
            return new self($isHarmless || !$reply->wasSent ? Trouble::Outage : Trouble::Uncertain, message: "no answer ($reply->problem)");
        }
        $trouble = match (true) {
            $status === 401 => Trouble::Credentials,
            $status === 404 => Trouble::NotFound,
            $status === 409 => Trouble::Conflict,
            $status === 429 => Trouble::Busy,
            $status >= 400 && $status < 500 => Trouble::Refused,
            // 503 says that it was not worked on. After anything else a write may have been done all the same.
            default => $isHarmless || $status === 503 ? Trouble::Outage : Trouble::Uncertain,
        };
        // Three shapes of error bodies are documented, and a proxy in between may answer HTML.
        $body = json_decode($reply->body, true);
        $text = static fn (string ...$names) => current(array_filter(array_map(static fn ($name) => $body[$name] ?? null, $names), is_scalar(...)));

        return is_array($body)
            ? new self($trouble, $status, (string) $text('error_code', 'code', 'error') ?: null, (string) $text('message', 'error_description'))
            : new self($trouble, $status);
    }
}

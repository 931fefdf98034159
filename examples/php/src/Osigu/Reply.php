<?php

declare(strict_types=1);

namespace Clinic\Osigu;

use Clinic\Time;

/** What came back, if anything did. */
final readonly class Reply
{
    /** @param array<string, string> $headers By their names in lower case. */
    public function __construct(
        /** 0 where no whole answer came. */
        public int $status,
        public array $headers = [],
        public string $body = '',
        /** Whether anything of the request left this machine. */
        public bool $wasSent = true,
        /** In words of curl's, where no answer came. */
        public string $problem = '',
    ) {
    }

    public function isSuccess(): bool
    {
        return $this->status >= 200 && $this->status < 300;
    }

    /** How long the other side asks to stay away, in seconds; 0 where it does not. */
    public function pause(): float
    {
        $text = $this->headers['retry-after'] ?? '';
        if (ctype_digit($text)) {
            return (float) $text;
        }
        $until = Time::parse($text);

        // A date has a grain of a second, so its end is waited for.
        return $until === null ? 0.0 : max(0.0, ($until - Time::now()) / 1000 + 1);
    }

    /** Whether another attempt can help and does no harm. Refusals are final: 4xx is never repeated, but for 429. */
    public function mayRepeat(bool $isHarmless): bool
    {
        return $this->status === 0
            ? $isHarmless || !$this->wasSent
            : $this->status === 429 || $this->status === 503 || ($isHarmless && $this->status >= 500);
    }
}

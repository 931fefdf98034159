<?php

declare(strict_types=1);

use Clinic\Webhooks\Signature;
use PHPUnit\Framework\TestCase;

final class SignatureTest extends TestCase
{
    private const NOW = 1_751_385_600;
    private const SECRET = 'kept elsewhere';
    private const BODY = "{\"event_id\": \"evt_TEST0002\", \"data\": {\"last_name\": \"López\"}}\n";

    public function testAnyOfSeveralValuesMayBeTheGoodOne(): void
    {
        $good = self::mac();
        $bad = str_repeat('ab', 32);
        foreach ([[$good], [$good, $bad], [$bad, $good], [$bad, $good, $bad], [strtoupper($good)]] as $values) {
            self::assertTrue(self::accepts('t=' . self::NOW . ',v1=' . implode(',v1=', $values)));
        }
        self::assertFalse(self::accepts('t=' . self::NOW . ",v1=$bad,v1=$bad"));
    }

    public function testFiveMinutesToEitherSideAreAllowed(): void
    {
        foreach ([-300 => true, 300 => true, -301 => false, 301 => false] as $offset => $expected) {
            $time = self::NOW + $offset;
            self::assertSame($expected, self::accepts("t=$time,v1=" . self::mac($time)), "$offset s");
        }
    }

    public function testTheBytesCountAndNotWhatTheyMean(): void
    {
        self::assertFalse(self::accepts('t=' . self::NOW . ',v1=' . self::mac(), trim(self::BODY)));
    }

    public function testWhatCannotBeReadIsNotGenuine(): void
    {
        [$now, $good] = [self::NOW, self::mac()];
        $headers = [
            '', 'soon', "v1=$good", "t=soon,v1=$good", "t=$now", "t=$now,v1=", "t=$now,v1={$good}00", "t=$now,v1=" . substr($good, 1), "t=$now,v0=$good",
            "t=$now,t=$now,v1=$good",
        ];
        foreach ($headers as $header) {
            self::assertFalse(self::accepts($header), $header);
        }
    }

    private static function mac(int $time = self::NOW): string
    {
        return hash_hmac('sha256', "$time." . self::BODY, self::SECRET);
    }

    private static function accepts(string $header, string $body = self::BODY): bool
    {
        return Signature::isGenuine($header, $body, self::SECRET, self::NOW);
    }
}

<?php

declare(strict_types=1);

use Clinic\Database;
use Clinic\Incidents;
use Clinic\Locks;
use Clinic\Osigu\Client;
use Clinic\Osigu\Http;
use Clinic\Osigu\OsiguFault;
use Clinic\Osigu\Tokens;
use Clinic\Osigu\Trouble;
use Clinic\Settings;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/Provider.php';

final class ClientTest extends TestCase
{
    private string $folder;
    private ?Provider $provider = null;

    protected function setUp(): void
    {
        $this->folder = sys_get_temp_dir() . '/clinic-' . bin2hex(random_bytes(8));
        mkdir($this->folder, 0700);
        file_put_contents("$this->folder/client_id", 'somebody');
        file_put_contents("$this->folder/client_secret", 'kept elsewhere');
    }

    protected function tearDown(): void
    {
        $this->provider?->stop();
        foreach ([...glob("$this->folder/locks/*"), ...array_filter(glob("$this->folder/*"), is_file(...))] as $file) {
            unlink($file);
        }
        rmdir("$this->folder/locks");
        rmdir($this->folder);
    }

    public function testAReadIsRepeatedAfterA503NotBeforeTheTimeThatWasAskedFor(): void
    {
        $client = $this->clientOf(['status' => 503, 'headers' => ['Retry-After: 1']], []);
        self::assertSame(['id' => '1'], $client->get('/x'));
        [$first, $second] = $this->provider->seen();
        self::assertGreaterThanOrEqual(1.0, $second['at'] - $first['at']);
    }

    public function testARefusalIsFinal(): void
    {
        $client = $this->clientOf(['status' => 422]);
        self::assertSame(Trouble::Refused, self::troubleOf(static fn () => $client->get('/x')));
        self::assertCount(1, $this->provider->seen());
    }

    public function testARefusedTokenIsReplacedOnce(): void
    {
        $client = $this->clientOf(['status' => 401]);
        self::assertSame(Trouble::Credentials, self::troubleOf(static fn () => $client->get('/x')));
        self::assertSame(['Bearer token-1', 'Bearer token-2'], array_column($this->provider->seen(), 'bearer'));
    }

    public function testATokenIsSharedByProcesses(): void
    {
        $this->clientOf([]);
        for ($number = 0; $number < 5; $number++) {
            $this->client()->get('/x');
        }
        self::assertSame(['Bearer token-1'], array_values(array_unique(array_column($this->provider->seen(), 'bearer'))));
        self::assertSame(0600, fileperms("$this->folder/access-token.json") & 0777);
    }

    public function testAWriteWhoseAnswerGotLostIsLookedUpAndNotSentAgainWhereItWasDone(): void
    {
        $client = $this->clientOf(['isCut' => true], []);
        self::assertSame(['id' => '1'], $client->settle(static fn () => $client->post('/x', []), static fn () => $client->get('/x')));
        self::assertSame(['POST', 'GET'], array_column($this->provider->seen(), 'method'));
    }

    public function testWhereLookingDoesNotHelpEitherItStaysUncertain(): void
    {
        $client = $this->clientOf(['isCut' => true], ['status' => 404]);
        $work = static fn () => $client->settle(static fn () => $client->post('/x', []), static fn () => $client->get('/x'));
        self::assertSame(Trouble::Uncertain, self::troubleOf($work));
    }

    private function clientOf(array ...$answers): Client
    {
        $this->provider = new Provider($this->folder, ...$answers);

        return $this->client();
    }

    private function client(): Client
    {
        $settings = Settings::from([
            'OSIGU_API_URL' => $this->provider->url,
            'OSIGU_TOKEN_URL' => $this->provider->url . '/token',
            'OSIGU_ENVIRONMENT' => 'sandbox',
            'DATA_DIR' => $this->folder,
            'SECRETS_DIR' => $this->folder,
        ]);
        $http = new Http();
        $incidents = new Incidents((new Database("$this->folder/clinic.db"))->create());

        return new Client($settings, $http, new Tokens($settings, new Locks("$this->folder/locks"), $incidents, $http));
    }

    private static function troubleOf(callable $work): ?Trouble
    {
        try {
            $work();

            return null;
        } catch (OsiguFault $fault) {
            return $fault->trouble;
        }
    }
}

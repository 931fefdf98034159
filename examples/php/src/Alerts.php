<?php

declare(strict_types=1);

namespace Clinic;

use Clinic\Desk\RequestBook;
use Clinic\Osigu\Http;

/** Looks whether somebody has to be called, and tells whoever is on duty what has begun or ended since the last look. */
final readonly class Alerts
{
    public function __construct(
        private Settings $settings,
        private Database $database,
        private Incidents $incidents,
        private RequestBook $book,
        private Http $http,
    ) {
    }

    public function look(): void
    {
        ['alertWindow' => $window, 'alertOverdue' => $overdue] = get_object_vars($this->settings);
        // One failure is none: a token is refused now and then, and forged events come from anywhere.
        $rules = [
            'OsiguTokenFailures' => $this->incidents->lately(Incidents::TOKEN_FAILURE, $window) >= 3,
            'OsiguWebhookErrors' => $this->incidents->lately(Incidents::WEBHOOK_ERROR, $window) >= 5,
            'OsiguDecisionOverdue' => $this->book->countWaitingLongerThan($overdue) > 0,
        ];
        // Those that were told. They outlive a restart, or nobody would learn of an end that came meanwhile.
        $told = array_column($this->database->all('SELECT name FROM alerts'), 'name');
        foreach ($rules as $name => $holds) {
            if ($holds !== in_array($name, $told, true) && $this->tell($name, $holds ? 'firing' : 'resolved')) {
                $this->database->run($holds ? 'INSERT INTO alerts VALUES (?, ?)' : 'DELETE FROM alerts WHERE name = ? AND since < ?', $name, Time::now());
            }
        }
        $this->incidents->forgetOlderThan(10 * $window);
    }

    /** Whether it was taken; otherwise it is told again at the next look. */
    private function tell(string $name, string $status): bool
    {
        Log::write('warning', 'alert', ['alert' => $name, 'status' => $status]);
        if ($this->settings->alertsUrl === null) {
            return true;
        }
        $alert = ['alert' => $name, 'status' => $status, 'labels' => ['severity' => 'page'], 'at' => gmdate('Y-m-d\TH:i:s\Z')];
        $reply = $this->http->send('POST', $this->settings->alertsUrl, ['Content-Type: application/json'], json_encode($alert), isHarmless: true);

        return $reply->isSuccess();
    }
}

<?php

declare(strict_types=1);

namespace Clinic;

use Clinic\Desk\Answer;
use Clinic\Desk\Authorizations;
use Clinic\Desk\Claims;
use Clinic\Desk\Dispensing;
use Clinic\Desk\Eligibility;
use Clinic\Desk\RequestBook;
use Clinic\Desk\Tasks;
use Clinic\Desk\Verification;
use Clinic\Desk\Words;
use Clinic\Osigu\Api;
use Clinic\Osigu\Client;
use Clinic\Osigu\Http;
use Clinic\Osigu\OsiguFault;
use Clinic\Osigu\Tokens;
use Clinic\Webhooks\Effects;
use Clinic\Webhooks\Receiver;

/** The clinic's parts, put together as each process needs them. */
final readonly class Clinic
{
    public Database $database;
    public Tasks $tasks;
    public Effects $effects;
    public Receiver $receiver;
    public Alerts $alerts;
    public Authorizations $authorizations;
    private Eligibility $eligibility;
    private Dispensing $dispensing;
    private Claims $claims;

    public function __construct(Settings $settings)
    {
        $locks = new Locks("$settings->data/locks");
        $http = new Http($settings->authorities);
        $this->database = new Database("$settings->data/clinic.db");
        $incidents = new Incidents($this->database);
        $book = new RequestBook($this->database);
        $api = new Api(new Client($settings, $http, new Tokens($settings, $locks, $incidents, $http)));

        $this->tasks = new Tasks($this->database);
        $this->effects = new Effects($this->database, $book);
        $this->receiver = new Receiver($settings, $this->database, $this->effects, $incidents);
        $this->alerts = new Alerts($settings, $this->database, $incidents, $book, $http);
        $verification = new Verification($api, $this->database);
        $this->eligibility = new Eligibility($api, $this->database);
        $this->authorizations = new Authorizations($api, $book, $this->eligibility, $verification);
        $this->dispensing = new Dispensing($api, $book, $this->database, $locks, $this->eligibility, $verification);
        $this->claims = new Claims($api, $this->database, $this->eligibility);
    }

    /** Does the next task, if there is one. */
    public function work(): bool
    {
        $task = $this->tasks->take();
        if ($task === null) {
            return false;
        }
        $input = json_decode($task['input'], true);
        try {
            $answer = match ($task['kind']) {
                'searches' => $this->eligibility->search($input),
                'orders' => $this->authorizations->request($input),
                'dispensations' => $this->dispensing->dispense($input),
                'claims' => $this->claims->submit($input),
            };
        } catch (OsiguFault $fault) {
            $answer = Answer::to($fault);
        } catch (\Throwable $fault) {
            // A mistake of ours must not pass for an outage of theirs.
            Log::write('error', $fault::class, ['at' => basename($fault->getFile()) . ':' . $fault->getLine()]);
            $answer = Answer::uncertain(Words::OUR_MISTAKE);
        }
        $this->tasks->end($task['task_id'], $answer);

        return true;
    }
}

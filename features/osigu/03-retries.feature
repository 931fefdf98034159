Feature: Retries
  Passing faults of the provider are retried with growing pauses and an end. Answers that will not change are not retried.

  @OSG-RETRY-01 @core
  Scenario: A passing fault is survived
    The provider answers 503 twice and then works again. Repeat what is safe to repeat after a pause; the user should not notice more than a delay.

    Given the next 2 look-ups of each patient are answered 503
    When the clinic looks up 2 such patients
    Then each look-up is repeated and finds its patient

  @OSG-RETRY-01
  Scenario: A lasting fault of a look-up ends with a message
    Pause between attempts, stop after a few, and tell the user that the provider is out of order.
    Attempts without a pause, or without an end, turn a small outage of the provider into a long one.

    Given every look-up of each patient is answered 503
    When the clinic looks up 3 such patients
    Then the attempts pause, come to an end, and the user is told

  @OSG-RETRY-01
  Scenario: A lasting fault of a request ends with a message
    The same holds for a request that changes something.

    Given a covered patient for whom every authorization request is answered 503
    When the clinic requests an authorization for that patient
    Then the attempts come to an end, and the user is told

  @OSG-RETRY-01
  Scenario Outline: A connection that dies or stays silent is survived
    A fault need not have a status. Give every call a time-out, and treat a dead connection like a 5xx.

    Given the next look-up of each patient is <fault>
    When the clinic looks up 1 such patient
    Then the look-up finds its patient, or the user is told

    Examples:
      | fault                             |
      | cut off                           |
      | left unanswered for half a minute |

  @OSG-RETRY-01
  Scenario Outline: A fault says when to come back
    Retry-After holds a number of seconds, or a date. Do not come back earlier; later, or not at all, is right.

    Given the next look-up of each patient is answered 503, to come back <when>
    When the clinic looks up 1 such patient
    Then no attempt comes before the time that was given

    Examples:
      | when                      |
      | after 2 seconds           |
      | at a date 5 seconds ahead |

  @OSG-RETRY-01
  Scenario: A fault hides that a claim was made
    A gateway answers 504 when the provider behind it was slow, not when it did nothing. Sending the claim again makes a second one.

    Given a covered patient, and a gateway that answers 504 although the provider has made the claim
    When the clinic submits a claim
    Then there is at most one claim, and the user is told

  @OSG-RETRY-02 @core
  Scenario Outline: An answer that will not change is not asked for again
    The provider has understood the request and refused it. Sending the same again only costs calls; show the reason to the user instead.

    Given every look-up of the next patient is answered <status>
    When the clinic looks up that patient
    Then the same look-up is not sent again

    Examples:
      | status |
      | 400    |
      | 403    |
      | 404    |
      | 409    |
      | 422    |

  @OSG-RETRY-03 @core
  Scenario: The answer to a dispensation is lost
    The connection dies while the dispensation is completed. Whether the provider had done it cannot be told from that, so read it before anything else.
    Nothing may be handed out twice, and what was done may not be shown as failed.

    Given 2 covered patients, and a connection that dies as the dispensation is completed: once after the provider has done it, once before
    When the clinic requests an authorization for each of them
    And the clinic dispenses what was authorized for each of them
    Then nothing was done twice
    And what the clinic has said about it is true, or that it is not known

  @OSG-RETRY-03
  Scenario: The answer to a claim is lost
    Nothing tells whether a claim was made whose number never arrived. Do not send it again; report that it is not known, so that a person looks it up.

    Given 2 covered patients, and a connection that dies as the claim is created: once after the provider has done it, once before
    When the clinic submits a claim for each of them
    Then nothing was done twice
    And what the clinic has said about it is true, or that it is not known

  @OSG-RETRY-03
  Scenario: The answer to a prescription is lost
    A second prescription lets the patient fetch the medicine twice, and none can be looked up without its number. Report that it is not known.

    Given 2 patients, and a connection that dies as the prescription is issued: once after the provider has done it, once before
    When the clinic issues a prescription for each of them
    Then nothing was done twice
    And what the clinic has said about it is true, or that it is not known

  @OSG-RETRY-03
  Scenario: The answer to a new batch is lost
    A second batch would leave the first one lying open at the sponsor.

    Given 3 completed claims, a covered patient, and a connection that dies when the provider has created the batch
    When the clinic looks up that patient
    And the clinic dispatches the settlement
    Then nothing was done twice
    And what the clinic has said about it is true, or that it is not known

  @OSG-RETRY-03
  Scenario: The answer to claims that were put into a batch is lost
    The list of what awaits settlement tells what became of them. Go on with the batch that is there.

    Given 3 completed claims, and a connection that dies when the provider has put them into the batch
    When the clinic dispatches the settlement
    Then nothing was done twice
    And what the clinic has said about it is true, or that it is not known

  @OSG-RETRY-03
  Scenario: The answer to a new authorization request is lost
    A request that is opened and never completed binds nobody, so opening another one does no harm. Completing two of them does.

    Given a covered patient, and a connection that dies when the provider has opened the request
    When the clinic requests an authorization for that patient
    Then nothing was done twice
    And what the clinic has said about it is true, or that it is not known

Feature: Token
  The access token is asked for once, kept, and used until it is about to expire.
  The token endpoint allows ten requests a minute for each client.

  @OSG-TOKEN-01 @core
  Scenario: One token serves many calls
    Asking for a token with every call runs into the limit of ten a minute as soon as a second user logs in.
    Keep the token in memory until shortly before it expires, and share it between users and jobs.

    When the clinic looks up 10 patients, one after the other
    Then all calls share the token that was acquired once

  @OSG-TOKEN-01
  Scenario: One token serves all sponsors
    The token belongs to the client, not to a sponsor, a branch or a job: whoever keeps one for each fetches more with every sponsor.

    When the clinic looks up a patient of each sponsor
    Then all calls share the token that was acquired once

  @OSG-TOKEN-01
  Scenario: Many users who need a token at the same moment wait for one
    Once the token is gone, the first one fetches a new one and the others wait for it. Twenty users who fetch one each are above the limit.

    Given the answer to each token request takes 1500 milliseconds
    When every token is refused and 8 patients are looked up at the same moment, up to 3 times
    Then one token request serves them all

  @OSG-TOKEN-02 @core
  Scenario: Tokens are renewed about every 50 minutes, not with every job
    A token lives for an hour. Renew it after about 50 minutes, for the whole application, by the lifetime that came with it.
    This is judged over the whole run: every renewal that the run did not cause itself counts.

    When the clinic looks up 3 patients, one after the other
    Then over the whole run no token is renewed without need

  @OSG-TOKEN-03 @core
  Scenario: The token endpoint asks to come back later
    On a 429 from the token endpoint, wait as long as it asks, or tell the user at once that the provider is busy.
    Coming back early makes the lock-out longer.

    Given every token so far is refused from now on
    And the next 2 token requests are answered 429, to come back after 2 seconds
    When the clinic looks up a patient until a token is asked for
    Then no token is asked for before the time that was given
    And the clinic has found the patient, or has said that the provider is busy

  @OSG-TOKEN-03
  Scenario: The token endpoint stays closed
    Without a time to come back, wait longer with every attempt and stop after a few.
    More than ten requests within a minute is more than the provider allows in good times.

    Given every token so far is refused from now on
    And every token request is answered 429
    When the clinic looks up a patient until a token is asked for
    Then the token endpoint is asked at most 10 times a minute
    And the clinic has said that the provider is busy

  @OSG-TOKEN-04 @core
  Scenario: The client secret travels in one place only
    Id and secret stand in the Basic header of a token request. They are not repeated in its form or its URL, sent to the API, or shown to anybody.
    Access tokens stand in the Bearer header of calls. Everything that the run sees is searched for both.

    Given every token so far is refused from now on
    When the clinic looks up 3 patients, one after the other
    Then over the whole run the credentials stand in the Basic header of token requests and nowhere else

  @OSG-TOKEN-05 @core
  Scenario: A refused token is replaced
    A token can be refused before its time. Fetch a new one and repeat the call once, or tell the user and have a new token ready for the next call.
    The refused token must not be sent again.

    Given every token so far is refused from now on
    When the clinic looks up 3 patients, one after the other
    Then the refused token is not sent again and the clinic goes on with a new one

  @OSG-TOKEN-05
  Scenario: Refusals do not start a loop
    A new token that is refused as well shows that another one will not help. Stop after one repetition and report it.

    Given every look-up of the next patient is answered 401
    When the clinic looks up that patient
    Then the look-up is sent at most twice

  @OSG-TOKEN-05
  Scenario: Calls that are refused one after the other share one new token
    A 401 speaks of the token that the call came with. Whoever throws away the newer token instead fetches another one for each refusal.

    When the token is refused while 8 look-ups are on their way, and they are answered one after the other
    Then they share one new token

  @OSG-TOKEN-05
  Scenario: The token is refused in the middle of a flow
    A request that was begun is completed with a new token. Where that is not done, the user learns that nothing was completed.

    When the token is refused while the clinic completes an authorization request
    Then the request is completed with a new token, or the user is told that it was not

  @OSG-TOKEN-06
  Scenario: No credential of another environment arrives at the sandbox
    Everything that arrives here is looked at: neither a pair nor a token of another environment may be among it.
    What arrives at production is judged in a chapter of its own, where the configuration says how the clinic runs against it.

    When the clinic looks up 3 patients, one after the other
    Then over the whole run no credential of another environment arrives

  @OSG-TOKEN-02 @documented-pace
  Scenario: A token is renewed before it expires
    Renew by the lifetime that came with the token, some minutes early, so that no call is ever refused for an old token.
    The token is watched beside all chapters that follow.

    Given the next token lives for 10 minutes only
    When the clinic looks up 3 patients, one after the other
    Then the token is renewed in the last 5 minutes of its life, or replaced at its first refusal

Feature: Token expiry
  A token runs out while the integration works. This chapter comes last: nothing else may end that token first.

  @OSG-TOKEN-02 @documented-pace
  Scenario: A token is renewed before it expires
    Renew by the lifetime that came with the token, some minutes early, so that no call is ever refused for an old token.

    Given the next token lives for 8 minutes only
    When the clinic looks up 3 patients, one after the other
    Then the token is renewed in the last 5 minutes of its life, or replaced at its first refusal

Feature: Production
  A second sandbox, with credentials, tokens and identifiers of its own, plays the provider's production. The clinic runs against both, side by side.
  Say in production.process how it does that; docs/production.md shows two ways. Without any, a named person states that the environments are kept apart.

  @OSG-TOKEN-06 @core @production
  Scenario: Sandbox and production are never asked with each other's credentials
    The clinic works in both environments in turn. Each pair of credentials and each token may arrive only at the environment that issued it.

    Given the clinic runs against production as well
    When the clinic looks up patients in the sandbox and in production, in turn
    Then over the whole run no credential of one environment has reached the other

  @OSG-STATE-02 @core @production
  Scenario: Identifiers stay in the environment that issued them
    The same patient, by the same document, is known in both environments under different identifiers.
    A store or a cache that both environments share would bring the identifier of the one to the other.

    Given the clinic runs against production as well
    When a claim and an authorization are asked for, each for the same patient in the sandbox, in production, and in the sandbox again
    Then over the whole run no identifier of one environment has reached the other

  @OSG-TOKEN-06 @production
  Scenario: The webhook secret of one environment is worth nothing in the other
    Whoever has the sandbox's secret must not be able to sign for production. What is signed with the right one is accepted, before and after.

    Given the clinic runs against production as well
    And production's events have a receiver of their own
    When events arrive in both environments that are signed with the secret of the other
    Then they were not accepted

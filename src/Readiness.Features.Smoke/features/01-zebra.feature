# Comments and tags may stand before the title.
@smoke
Feature: Zebras are led out first

  The title comes last in the alphabet and the file first: the file decides.

  @ZOO-02
  Scenario: Two comes before one in this file
    Given a cage called "zebra"
    Then the keeper has noted
      | entry          |
      | hook before    |
      | hook of ZOO-02 |
      | zebra          |

  @ZOO-01 @core
  Scenario: One comes after two
    Given a cage called "zebra"
    Then the keeper has noted
      | entry       |
      | hook before |
      | zebra       |

  @ZOO-03
  Scenario Outline: Animals of an outline keep their order
    Given a cage called "<name>"
    Then the scenario knows the cage "<name>"

    Examples:
      | name  |
      | tiger |
      | ape   |

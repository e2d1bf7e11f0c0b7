"""What an older PloneMeeting tells by plonemeeting.restapi, read and judged."""

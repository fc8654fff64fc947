package io.hilum.routing.provider.sandbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox answers.
 *
 * @param wordDelay the pause between the words of a streamed answer
 */
@ConfigurationProperties("hilum.sandbox")
record SandboxProperties(@DefaultValue("15ms") Duration wordDelay) {

}

package io.hilum.routing.provider.sandbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the sandbox answers.
 *
 * @param wordDelay the pause between the words of a streamed answer
 * @param maxEvent the longest event of a streamed answer
 */
@ConfigurationProperties("hilum.sandbox")
record SandboxProperties(@DefaultValue("15ms") Duration wordDelay, @DefaultValue("16MB") DataSize maxEvent) {

}

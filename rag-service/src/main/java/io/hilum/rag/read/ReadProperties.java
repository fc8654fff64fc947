package io.hilum.rag.read;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What reading one document may take.
 *
 * @param processes how many documents are read at once
 * @param timeLimit how long one document may take
 * @param memory the heap of the process that reads it
 * @param limits what the document may hold
 */
@ConfigurationProperties("hilum.reading")
public record ReadProperties(@DefaultValue("1") int processes, @DefaultValue("60s") Duration timeLimit,
		@DefaultValue("256MB") DataSize memory, @DefaultValue ReadLimits limits) {
}

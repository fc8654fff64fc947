package io.hilum.agents.tool;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of tools.
 *
 * @param time how long one call may take
 * @param maxArguments the longest arguments, in characters
 * @param maxSubmission the longest result that a model hands in, in characters
 * @param maxResult the longest result that a model is shown, in characters
 * @param calls how many calls of one answer are made; the others are refused
 * @param parallel how many of them at a time
 */
@ConfigurationProperties("hilum.tools")
public record ToolProperties(@DefaultValue("20s") Duration time, @DefaultValue("16000") int maxArguments,
		@DefaultValue("64000") int maxSubmission, @DefaultValue("24000") int maxResult, @DefaultValue("8") int calls,
		@DefaultValue("4") int parallel) {
}

package io.hilum.agents.run;

import java.math.BigDecimal;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of runs. A catalogue may set tighter ones for an agent, never wider ones.
 *
 * @param steps how often a run may ask its model
 * @param time how long a run may take
 * @param tokens how many tokens its steps may use together
 * @param usd what they may cost, in US dollars
 * @param maxRequest the largest request
 * @param parallel how many runs are under way in this process at most
 */
@ConfigurationProperties("hilum.runs")
public record RunProperties(@DefaultValue("12") int steps, @DefaultValue("4m") Duration time,
		@DefaultValue("200000") long tokens, @DefaultValue("2.00") BigDecimal usd,
		@DefaultValue("1MB") DataSize maxRequest, @DefaultValue("128") int parallel) {

	private static final int NANO_DIGITS = 9;

	/**
	 * The bounds of a run.
	 * @return the bounds
	 */
	public Bounds bounds() {
		return new Bounds(this.steps, this.time, this.tokens, this.usd.movePointRight(NANO_DIGITS).longValueExact());
	}

}

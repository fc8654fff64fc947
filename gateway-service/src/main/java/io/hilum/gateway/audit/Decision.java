package io.hilum.gateway.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a request was decided.
 */
public enum Decision {

	/**
	 * It was let through.
	 */
	@JsonProperty("allowed")
	ALLOWED,

	/**
	 * It was refused.
	 */
	@JsonProperty("refused")
	REFUSED

}

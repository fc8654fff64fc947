package io.hilum.routing.provider.google;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of logins to Google Cloud.
 *
 * @param tokenTimeout how long a token may take
 */
@ConfigurationProperties("hilum.google")
record GoogleLoginProperties(@DefaultValue("10s") Duration tokenTimeout) {

}

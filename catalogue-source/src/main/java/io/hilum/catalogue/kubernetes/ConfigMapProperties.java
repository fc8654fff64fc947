package io.hilum.catalogue.kubernetes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which ConfigMap is followed, where {@code spring.cloud.kubernetes.enabled} is set.
 *
 * @param name its name, in the namespace of the service; blank for none
 * @param key the key under which the catalogue is
 */
@ConfigurationProperties("hilum.catalogue.config-map")
record ConfigMapProperties(@DefaultValue("") String name, @DefaultValue("catalogue.yaml") String key) {

}

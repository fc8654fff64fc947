@NullMarked
package io.hilum.gateway.identity.kafka;

import org.jspecify.annotations.NullMarked;

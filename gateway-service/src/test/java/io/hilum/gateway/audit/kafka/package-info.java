@NullMarked
package io.hilum.gateway.audit.kafka;

import org.jspecify.annotations.NullMarked;

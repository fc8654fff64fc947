@NullMarked
package io.hilum.usage.outbox.kafka;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.hilum.usage.outbox;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.hilum.usage.audit.chain;

import org.jspecify.annotations.NullMarked;

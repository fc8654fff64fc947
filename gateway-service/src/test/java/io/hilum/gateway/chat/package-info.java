@NullMarked
package io.hilum.gateway.chat;

import org.jspecify.annotations.NullMarked;
